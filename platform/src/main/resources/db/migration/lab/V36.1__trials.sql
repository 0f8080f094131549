-- Trials of other figures of the rules of supervision over past tracks: what was asked for, how far it
-- is, and its numbers. No places, and of what would have been asked of whom nothing.
create table lab.trials (
  id uuid primary key,
  agency uuid not null,
  -- who asked, in which post and for what
  account uuid not null,
  post uuid not null,
  purpose text not null,
  reason text not null,
  from_day date not null,
  until_day date not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'NOT_ENTITLED')),
  people int not null,
  judged int not null default 0,
  messages bigint not null default 0,
  -- the person after whom it goes on, while it runs
  reached uuid,
  asked_at timestamptz not null,
  ended_at timestamptz
);
create index trials_by_agency on lab.trials (agency, id desc);
create index trials_to_do on lab.trials (id) where state in ('WAITING', 'RUNNING');

create table lab.trial_figures (
  trial uuid not null references lab.trials,
  figure text not null,
  in_force int not null,
  tried int not null,
  primary key (trial, figure)
);

create table lab.trial_kinds (
  trial uuid not null references lab.trials,
  kind text not null,
  kept int not null,
  lost int not null,
  gained int not null,
  later_seconds bigint not null,
  strange int not null,
  primary key (trial, kind)
);

-- Alarms that were really raised, and whether they would have been.
create table lab.trial_alarms (
  trial uuid not null references lab.trials,
  alarm uuid not null,
  kind text not null,
  fate text not null check (fate in ('KEPT', 'LOST')),
  primary key (trial, alarm, kind)
);
create index trial_alarms_by_kind on lab.trial_alarms (trial, kind, fate, alarm desc);
