create schema figures;

-- What statistics count, filled with each act and built again from acts alone. What acts state is
-- sealed with the person's keys; here stands of it only to which group of the tables a case belongs,
-- and nothing that names anybody.
create table figures.cases (
  case_id uuid primary key,
  agency uuid not null,
  -- as it stands after the last act that was counted
  office uuid,
  level text not null,
  category text,
  offence text not null,
  sex text,
  minor_until date
);

-- Under correction without a break, in one office and on one level. A change ends one and begins the
-- next, so that how many there were on a day, and how many came and went, is a count of rows.
create table figures.spells (
  case_id uuid not null references figures.cases on delete cascade,
  -- the act that began it
  number int not null,
  agency uuid not null,
  office uuid,
  level text not null,
  began text not null,
  from_day date not null,
  came_from uuid,
  ended text,
  -- counted to the end of the day before
  until_day date,
  ended_by int,
  went_to uuid,
  primary key (case_id, number)
);
create index spells_by_agency on figures.spells (agency, case_id, number);
create index spells_by_beginning on figures.spells (agency, from_day);
create index spells_by_end on figures.spells (agency, until_day);

-- The acts that tables count, with the office that had the case when they were done.
create table figures.events (
  case_id uuid not null references figures.cases on delete cascade,
  number int not null,
  kind text not null,
  agency uuid not null,
  office uuid,
  day date not null,
  primary key (case_id, number)
);
create index events_by_day on figures.events (agency, kind, day);

-- How far the cases that were there before the statistics have been counted, and how far the
-- comparison with their acts has come.
create table figures.progress (
  one boolean primary key default true check (one),
  filled boolean not null,
  last uuid not null
);
insert into figures.progress values (true, false, '00000000-0000-0000-0000-000000000000');

-- Cases whose rows here did not say what their acts say: they were counted anew.
create table figures.recounts (
  case_id uuid not null,
  at timestamptz not null,
  primary key (case_id, at)
);
