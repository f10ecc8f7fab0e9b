"""Small files, classes and functions: names every one that has grown past its limit."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("gezinsplan", "migrations", "tests", "benchmarks")
FILE, CLASS, FUNCTION = 400, 150, 40


def too_large(path: Path) -> Iterator[str]:
    """Every part of this file that is over its limit, as a line for the terminal."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if (lines := len(text.splitlines())) > FILE:
        yield f"{path}: file has {lines} lines, at most {FILE}"
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.ClassDef():
                kind, limit = "class", CLASS
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                kind, limit = "function", FUNCTION
            case _:
                continue
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > limit:
            yield f"{path}:{node.lineno}: {kind} {node.name} has {lines} lines, at most {limit}"


def main() -> int:
    """Look at every Python file of the project."""
    files = sorted(path.relative_to(ROOT) for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    offenders = [line for path in files for line in too_large(path)]
    print("\n".join(offenders) or f"{len(files)} files are small enough.")
    return 1 if offenders else 0


if __name__ == "__main__":
    sys.exit(main())
