-- How a mandated platform wants to have our data, as an agency's administrator handed it in.
create table exchange.formats (
  custody uuid not null,
  id text not null,
  content text not null,
  account uuid not null,
  at timestamptz not null,
  primary key (custody, id)
);

-- What was given last, as keyed digests of the fields alone: the key is the person's, and where it is
-- destroyed these say nothing any more.
create table exchange.handed_over (
  custody uuid not null,
  format text not null,
  case_id uuid not null,
  prints text not null,
  primary key (custody, format, case_id)
);

-- Each file that was made: who, why, and how many.
create table exchange.handovers (
  id uuid primary key,
  custody uuid not null,
  format text not null,
  account uuid not null,
  post uuid not null,
  at timestamptz not null,
  reason text not null,
  kind text not null,
  changes_only boolean not null,
  rows int not null,
  fresh int not null,
  changed int not null,
  gone int not null
);
create index handovers_by_custody on exchange.handovers (custody, id desc);
