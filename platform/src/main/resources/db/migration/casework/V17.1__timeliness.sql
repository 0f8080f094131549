-- What fell due between two days, kept or not.
create index deadlines_by_day on casework.deadlines (agency, due_on);
