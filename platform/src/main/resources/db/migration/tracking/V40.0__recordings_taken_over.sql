-- Recordings that were taken over into somebody's track: official acts of the agency, with a number
-- among its acts. Which file by its hash, what was declared of it, and how much was kept; no place.
create table tracking.recordings (
  id uuid primary key,
  custody uuid not null,
  number int not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  person uuid not null,
  case_id uuid not null,
  device uuid not null,
  datum text not null,
  source text not null,
  sha256 text not null,
  points int not null,
  kept int not null,
  refused int not null,
  unique (custody, number)
);
create index recordings_by_person on tracking.recordings (person, published_at desc);
create trigger recordings_stay before update or delete on tracking.recordings
  for each row execute function casework.acts_stay();
