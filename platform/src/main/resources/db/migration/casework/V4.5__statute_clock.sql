-- The statute clock pages all that is open by (ends_at, id), of an agency or of one of its offices.
create index deadlines_by_agency on casework.deadlines (agency, ends_at, id) where met_by is null;
create index deadlines_by_office on casework.deadlines (office, ends_at, id) where met_by is null;
drop index casework.deadlines_open;
-- What has been overdue for days, of whichever agency: told to the next level.
create index deadlines_overdue on casework.deadlines (due_on, id) where met_by is null;
