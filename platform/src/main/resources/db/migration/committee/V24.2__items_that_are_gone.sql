-- A matter that was taken off the agenda, or ended with the correction, is deliberated no more.
alter table committee.items add gone boolean not null default false;
update committee.items set gone = true
  from casework.instances i
  where i.id = run and i.closed and committee.items.closed_by is null;
create index items_pending on committee.items (case_id) where closed_by is null and not gone;
