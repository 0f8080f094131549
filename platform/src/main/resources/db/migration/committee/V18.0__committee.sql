create schema committee;

-- Who deliberates in an agency, and about what, from a moment on. Every setting stays.
create table committee.committees (
  id uuid primary key,
  agency uuid not null,
  -- posts in their order: the first presides
  members uuid[] not null check (cardinality(members) > 0),
  -- types of acts before which the committee is heard
  matters text[] not null,
  set_at timestamptz not null,
  set_by uuid not null,
  set_post uuid not null
);
create index committees_by_agency on committee.committees (agency, set_at desc);

create table committee.meetings (
  id uuid primary key,
  agency uuid not null,
  opens_at timestamptz not null,
  place text not null,
  called_at timestamptz not null,
  called_by uuid not null,
  called_post uuid not null
);
create index meetings_by_agency on committee.meetings (agency, opens_at desc);

create trigger committees_stay before update or delete on committee.committees
  for each row execute function organisation.history_stays();
create trigger meetings_stay before update or delete on committee.meetings
  for each row execute function organisation.history_stays();

-- Derived from acts: which run of the procedure is on which agenda, and what came of it.
create table committee.items (
  run uuid primary key,
  case_id uuid not null,
  agency uuid not null,
  meeting uuid not null references committee.meetings,
  matter text not null,
  matter_run uuid,
  -- number of the act that closed it
  closed_by int,
  carried boolean
);
create index items_by_meeting on committee.items (meeting, run);
create index items_by_case on committee.items (case_id, matter);
