"""Staff's own tables beside the sources: corrections of cells, and what unusual headers mean."""
