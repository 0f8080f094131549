create schema documents;

create table documents.documents (
  id uuid primary key,
  case_id uuid not null,
  person uuid not null,
  act uuid not null,
  kind text not null,
  -- 文号, only of documents that an agency issues
  number text unique,
  media_type text not null,
  sha256 text not null,
  bytes int not null,
  added_at timestamptz not null,
  sealed_name bytea not null,
  sealed bytea not null
);
create index documents_by_case on documents.documents (case_id, id desc);
create index documents_by_act on documents.documents (act);

create table documents.numbers (
  agency uuid not null,
  year int not null,
  series text not null,
  last int not null,
  primary key (agency, year, series)
);
