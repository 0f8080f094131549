create schema oversight;

-- Derived: opinions, and complaints in the custody of a procuratorate, as lists show them. What they
-- say stands sealed with the acts.
create table oversight.matters (
  instance uuid primary key,
  procedure text not null,
  case_id uuid not null,
  custody uuid not null,
  number int not null,
  state text not null,
  changed_at timestamptz not null,
  unique (procedure, custody, number)
);
create index matters_by_custody on oversight.matters (procedure, custody, instance desc);

create table oversight.matter_numbers (
  procedure text not null,
  custody uuid not null,
  last int not null,
  primary key (procedure, custody)
);

-- Derived: how often the plan of a case wants contact, and when the last one was.
create table oversight.contacts (
  case_id uuid primary key,
  custody uuid not null,
  every_days int not null,
  last_at timestamptz not null,
  plan_act int not null
);
create index contacts_by_custody on oversight.contacts (custody, last_at);

-- Each time a prosecutor had a case compared with the ledger. Rows are only ever added.
create table oversight.checks (
  id uuid primary key,
  case_id uuid not null,
  at timestamptz not null,
  account uuid not null,
  acts int not null,
  sound int not null,
  waiting int not null,
  broken int[] not null,
  places text[] not null,
  tree_size bigint not null,
  tree_root text not null,
  micros bigint not null
);
create index checks_by_case on oversight.checks (case_id, id desc);
