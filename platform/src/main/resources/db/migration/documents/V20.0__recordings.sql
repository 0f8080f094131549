-- Audio and video of talks. Their bytes lie beside the database, as one sealed file each; what is
-- known of them, and which document they became, stands here.
alter table documents.documents
  alter bytes type bigint,
  alter sealed drop not null,
  add length_ms bigint;

create table documents.recordings (
  id uuid primary key,
  case_id uuid not null,
  person uuid not null,
  purpose text not null,
  -- who brings it: nobody else can attach it
  account uuid not null,
  begun_at timestamptz not null,
  sealed_name bytea not null,
  -- the rest is known when all of it has come
  finished boolean not null default false,
  media_type text,
  sha256 text,
  bytes bigint,
  length_ms bigint,
  document uuid unique references documents.documents
);
create index recordings_waiting on documents.recordings (begun_at) where document is null;
