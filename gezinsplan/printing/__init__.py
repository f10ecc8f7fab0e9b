"""Paper: a value in, a PDF in memory out."""
