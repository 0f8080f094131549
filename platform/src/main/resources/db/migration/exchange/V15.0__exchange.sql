create schema exchange;

-- An existing caseload on its way in. What its rows say is sealed with a key of the import alone,
-- which is destroyed when it ends; what is open here names nobody.
create table exchange.imports (
  id uuid primary key,
  -- which the cases come to, and who brings them: an act is signed by the agency of the post
  custody uuid not null,
  account uuid not null,
  post uuid not null,
  state text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  delete_at timestamptz not null,
  -- the names of the columns, sealed like the rows; which column holds what
  sealed_header bytea,
  columns text,
  rows int not null,
  verified int not null default 0,
  unverified int not null default 0,
  refused int not null default 0,
  done int not null default 0
);
create index imports_by_custody on exchange.imports (custody, id desc);
create index imports_running on exchange.imports (state) where state = 'RUNNING';

-- READ, VERIFIED or UNVERIFIED (to be taken over as such), REFUSED; when done, the row goes
create table exchange.rows (
  import uuid not null references exchange.imports on delete cascade,
  number int not null,
  state text not null,
  sealed bytea not null,
  primary key (import, number)
);

-- What is wrong, and where; never what stands there.
create table exchange.errors (
  import uuid not null references exchange.imports on delete cascade,
  number int not null,
  field text not null,
  cell text not null,
  key text not null,
  argument text,
  primary key (import, number, field)
);

-- What was taken over, by a keyed digest of identity number and document number: once.
create table exchange.taken (
  custody uuid not null,
  digest bytea not null,
  case_id uuid not null,
  import uuid not null,
  primary key (custody, digest)
);

-- Which column of that name held what the last time.
create table exchange.mappings (
  custody uuid not null,
  header text not null,
  field text not null,
  primary key (custody, header)
);

-- People whose keys are to be destroyed, because nobody verified their case.
create table exchange.to_forget (
  person uuid primary key
);
