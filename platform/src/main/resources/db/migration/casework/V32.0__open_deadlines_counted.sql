-- How many open deadlines a run has: a row of them that is gone bears no mark of its own.
alter table casework.instances add column open_deadlines int not null default 0;
update casework.instances i set open_deadlines =
  (select count(*) from casework.deadlines d where d.instance = i.id and d.met_by is null);
alter table casework.instances alter column open_deadlines drop default;
