-- How many cases an agency and each office have in which state, without reading the rows.
create index all_summaries_by_state on casework.all_summaries (agency, status, office) where not sealed;
