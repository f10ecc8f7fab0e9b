"""The encrypted file: keys, vault, tables, loading and saving. The only package that knows SQL."""
