-- Ground where every device of an agency is known to fall silent: official acts of the agency, with a
-- number among its acts. A row that ends a zone names it and says nothing else. No personal data.
create table tracking.dead_zones (
  id uuid primary key,
  custody uuid not null,
  number int not null,
  agency uuid not null,
  account uuid not null,
  post uuid not null,
  role text not null,
  published_at timestamptz not null,
  name text,
  ground text,
  longest_minutes int check (longest_minutes between 1 and 720),
  licence text,
  ends uuid unique references tracking.dead_zones (id),
  unique (custody, number),
  check ((ends is null) = (name is not null and ground is not null and longest_minutes is not null and licence is not null))
);
create trigger dead_zones_stay before update or delete on tracking.dead_zones
  for each row execute function casework.acts_stay();
