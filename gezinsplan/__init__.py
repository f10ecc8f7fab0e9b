"""Gezinsplan: one family, one plan, one regisseur."""

__version__ = "0.3.0"
