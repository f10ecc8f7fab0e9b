"""Use cases: the one way in for screens and terminal; nothing here knows a window."""
