-- A track is sealed under a key for each person and stretch of thirty days, so that destroying the key
-- deletes it in every copy. What stands here already is under the person's key, and stays so.
alter table tracking.journal add column by_stretch boolean not null default false;
alter table tracking.journal alter column by_stretch set default true;
delete from tracking.snapshots; -- made anew from the journal

-- Keys of stretches of which something was deleted; destroyed when nothing can come under them.
create table tracking.ending_keys (
  owner uuid primary key,
  person uuid not null,
  until_at timestamptz not null
);
create index ending_keys_by_person on tracking.ending_keys (person);

-- What a question rests on, cut out of the track before that goes, under the person's key.
create table tracking.cutouts (
  alarm uuid primary key references tracking.alarms,
  person uuid not null,
  sealed bytea not null
);
create index cutouts_by_person on tracking.cutouts (person);

-- Each deletion is an official act of the agency: what class of data, by which rule, how much, of
-- which days, how many keys, and the line of the list of destroyed keys. Nothing of a person.
create table tracking.deletions (
  id uuid primary key,
  custody uuid not null,
  number int not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  class text not null,
  rule text not null,
  kept_days int not null,
  rows_gone int not null,
  first_day date,
  last_day date,
  keys_gone int not null,
  list text,
  unique (custody, number)
);
create trigger deletions_stay before update or delete on tracking.deletions
  for each row execute function casework.acts_stay();

-- What was deleted of whom, for themselves.
create table tracking.deleted (
  act uuid not null references tracking.deletions (id),
  person uuid not null,
  rows_gone int not null,
  first_day date,
  last_day date,
  primary key (person, act)
);

-- What an agency holds, counted by the last daily round.
create table tracking.held (
  custody uuid not null,
  class text not null,
  rows_held int not null,
  oldest timestamptz,
  back_for_alarm int not null,
  back_for_proceeding int not null,
  counted_at timestamptz not null,
  primary key (custody, class)
);
