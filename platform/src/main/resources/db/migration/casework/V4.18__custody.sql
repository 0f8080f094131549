-- With the place of execution a case goes over to another agency (M23 to M25): which one had it
-- first, where that is not the one that has it now; and which agency is asked in a run.
alter table casework.cases add first_agency uuid;
alter table casework.instances add host uuid;
create index instances_by_host on casework.instances (host, id desc)
  where host is not null and not closed;
