"""Lists of people, as CSV, XLSX or data frame, on their way into a chart and back.

The road: bytes or frame → :class:`~.cells.Table` (text with addresses) → plain document with the place of every record
and a :class:`~.report.ReadingReport` of everything guessed, dropped, ignored or rejected. The way back writes one row per
person and squad.
"""

from .cells import Table
from .document import TableReading, document_from_table
from .frame_table import frame_table
from .reading import read_table
from .report import ReadingReport

__all__ = ["ReadingReport", "Table", "TableReading", "document_from_table", "frame_table", "read_table"]
