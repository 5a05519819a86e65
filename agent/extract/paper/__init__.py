"""Pages (PDFs, scans, photographs) to words with boxes, and words to rows of cells."""
