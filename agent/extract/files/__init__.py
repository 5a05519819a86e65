"""The bytes of one part (text, mail bodies, workbooks, word processors' files) to a document of rows and cells."""
