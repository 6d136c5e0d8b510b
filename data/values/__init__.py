"""Values: the text of one cell → what it means, or why it cannot be read.

Every reader takes text in match form (see data.text) and is pure. Blank cells never reach one: they
mean unknown. None means that the cell says in words that there is no fixed value (随時, 要問合せ).
"""
