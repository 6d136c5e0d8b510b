"""A trial reading of an old workbook (.xls) in a process of its own.

A damaged .xls can name a cell so far away that calamine asks for hundreds of gigabytes, and then
the process is ended, not an exception raised. What does not survive the trial is not read here.
"""

import subprocess
import sys

LONGEST_TRIAL = 120  # seconds; an .xls of 65,536 rows takes about one
_TRIAL = """
import io, sys
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
except ImportError:  # Windows has no such limit; a process of its own still shields this one
    pass
from python_calamine import CalamineWorkbook, PasswordError
try:
    CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
except PasswordError:
    pass
"""


def survives_reading(data: bytes) -> bool:
    """Tell whether a workbook can be opened within 4 GiB of memory."""
    try:
        trial = subprocess.run(  # noqa: S603 - this interpreter, a constant script
            [sys.executable, "-I", "-c", _TRIAL],
            input=data,
            capture_output=True,
            check=False,
            timeout=LONGEST_TRIAL,
        )
    except subprocess.TimeoutExpired:
        return False
    return trial.returncode == 0
