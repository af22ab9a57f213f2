"""Run a Python module on a clock that goes wrong, as a program of its own.

later.py DAYS MODULE ARGUMENT …
"""

import datetime
import runpy
import sys
import time

_shift = datetime.timedelta(days=float(sys.argv[1]))
_time = time.time


class _Later(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "_Later":
        return super().now(tz) + _shift


time.time = lambda: _time() + _shift.total_seconds()
datetime.datetime = _Later  # type: ignore[misc]
sys.argv = sys.argv[2:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
