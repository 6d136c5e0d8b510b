"""The doors: LINE webhook, web app, staff commands and simulator; settings and composition.

Promises: every event is stored before it is acknowledged and answered at most once; every
sentence a person reads comes from a wording module. Does not rank, embed or parse sources.
"""
