-- What is open under certain names, in the order in which it ends: what waits for the head.
create index deadlines_by_name on casework.deadlines (agency, procedure, name, ends_at, id)
  where met_by is null;
