"""A request → what was understood → eligible offerings → ranked programs with reasons.

Promises: an answer or an honest other outcome, from an opened release and a clock, without side
effects. Does not know LINE, Flask, the command line or where files lie.
"""
