-- Who is on duty when (rule H15). That turns are drawn up is an official act of the agency, with a number
-- among its acts; of several acts about one turn the one with the greatest number counts.
create schema roster;

create table roster.rosters (
  id uuid primary key,
  custody uuid not null,
  number int not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  unique (custody, number)
);

create table roster.shifts (
  roster uuid not null references roster.rosters,
  custody uuid not null,
  number int not null,
  -- a night belongs to the day on which it begins
  day date not null,
  half text not null check (half in ('DAY', 'NIGHT')),
  officer uuid,
  deputy uuid,
  primary key (roster, day, half)
);
create index shifts_by_day on roster.shifts (custody, day, half, number desc);

-- What a turn tells the next. The words may name people and are sealed.
create table roster.notes (
  id uuid primary key,
  custody uuid not null,
  day date not null,
  half text not null check (half in ('DAY', 'NIGHT')),
  account uuid not null,
  post uuid not null,
  written_at timestamptz not null,
  -- how many alarms were open then, and how many of them nobody had acknowledged
  open_alarms int not null,
  unseen_alarms int not null,
  sealed bytea not null
);
create index notes_by_custody on roster.notes (custody, id desc);

-- That the next one has read it.
create table roster.receipts (
  note uuid primary key references roster.notes,
  account uuid not null,
  post uuid not null,
  taken_at timestamptz not null
);

-- On which telephone a member of staff is called to duty. Sealed, and replaced when it changes.
create table roster.numbers (
  account uuid primary key,
  sealed bytea not null,
  noted_at timestamptz not null
);

create trigger rosters_stay before update or delete on roster.rosters
  for each row execute function casework.acts_stay();
create trigger shifts_stay before update or delete on roster.shifts
  for each row execute function casework.acts_stay();

create function roster.notes_stay() returns trigger language plpgsql as $$
begin
  raise exception 'what was handed over is only ever added to';
end $$;
create trigger notes_stay before update or delete on roster.notes
  for each row execute function roster.notes_stay();
create trigger receipts_stay before update or delete on roster.receipts
  for each row execute function roster.notes_stay();
