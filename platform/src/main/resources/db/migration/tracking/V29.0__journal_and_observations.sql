-- What devices sent is kept as pages of a journal, sealed as a whole: the pages of one person follow
-- one another in time and never overlap. Positions of the earlier form are not carried over.
do $$
begin
  -- single points were sealed in the same form, and what alarms rest on would be lost
  if exists (select from tracking.positions)
      or exists (select from tracking.verifications)
      or exists (select from tracking.evidence) then
    raise exception 'This database holds positions of an earlier form, which this version cannot read. Begin the demonstration anew with --fresh.';
  end if;
end $$;
drop table tracking.positions;
drop table tracking.tracks;
drop table tracking.evidence;

create table tracking.journal (
  person uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  entries int not null,
  sealed bytea not null,
  primary key (person, from_at)
);

-- What is remembered of a supervision at some moments, so that a message that comes late is judged
-- in its place: after everything up to reach, when so many observations had been made.
create table tracking.snapshots (
  person uuid not null,
  reach timestamptz not null,
  made bigint not null,
  sealed bytea not null,
  primary key (person, reach)
);

-- What was observed, only ever added to: what does not hold any more stays as withdrawn.
create table tracking.observations (
  person uuid not null,
  number bigint not null,
  -- the positioning under which it was made
  ground uuid not null,
  alarm uuid references tracking.alarms,
  kind text not null,
  phase text not null,
  zone text not null,
  since timestamptz not null,
  at timestamptz not null,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  -- the observation that took its place, if it stays on other evidence
  replaced_by bigint,
  sealed bytea not null,
  primary key (person, number)
);
create index observations_by_alarm on tracking.observations (alarm, at, number);

-- when what came later withdrew all that an alarm rested on
alter table tracking.alarms add column withdrawn_at timestamptz;
create index alarms_waiting on tracking.alarms (opened_at)
  where state = 'PENDING' or (withdrawn_at is not null and not closed);
