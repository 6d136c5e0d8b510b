"""Live state: what must survive a restart. The only home of SQLAlchemy."""
