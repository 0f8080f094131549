-- What runs of one procedure, the latest first.
create index instances_running on casework.instances (procedure, id desc) where not closed;
