"""WeasyPrint in a process that stays: a document for every line that it gets."""
import sys

from weasyprint import HTML

source, into = sys.argv[1:3]
print("ready", flush=True)
for _ in sys.stdin:
    HTML(source).write_pdf(into)
    print("done", flush=True)
