-- Administrative divisions as an administrator enters them: codes after GB/T 2260 (6 digits) and
-- GB/T 10114 (9 digits; 12 for a community or village), with names and without borders.
create table organisation.divisions (
  code text primary key check (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  name_zh text not null,
  name_en text not null,
  noted_at timestamptz not null,
  noted_by uuid not null
);

-- The units of a correction agency. What a unit is called and where it stands is in its versions.
create table organisation.units (
  id uuid primary key,
  agency uuid not null references organisation.agencies,
  kind text not null,
  -- the judicial office that stands here; it is an agency of its own and acts as one
  office uuid unique references organisation.agencies
);
create index units_by_agency on organisation.units (agency);

-- Three histories that only grow. On a day that row counts whose from_day is the latest that has
-- come; of several for one day the one noted last, which is the one with the greatest id.
create table organisation.unit_versions (
  id uuid primary key,
  unit uuid not null references organisation.units,
  from_day date not null,
  name_zh text not null,
  name_en text not null,
  parent uuid references organisation.units,
  ended boolean not null,
  noted_at timestamptz not null,
  noted_by uuid not null
);
create index unit_versions_by_unit on organisation.unit_versions (unit, from_day desc, id desc);

-- Whose area a division is: of one unit at a time, so that every address has one office.
create table organisation.unit_areas (
  id uuid primary key,
  division text not null references organisation.divisions,
  unit uuid references organisation.units,
  from_day date not null,
  noted_at timestamptz not null,
  noted_by uuid not null
);
create index unit_areas_by_division on organisation.unit_areas (division, from_day desc, id desc);

-- In which unit a post of the agency works.
create table organisation.unit_posts (
  id uuid primary key,
  post uuid not null references organisation.posts,
  unit uuid references organisation.units,
  from_day date not null,
  noted_at timestamptz not null,
  noted_by uuid not null
);
create index unit_posts_by_post on organisation.unit_posts (post, from_day desc, id desc);

create function organisation.history_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the history of the organisation is only ever added to';
end $$;
create trigger divisions_stay before update or delete on organisation.divisions
  for each row execute function organisation.history_stays();
create trigger units_stay before update or delete on organisation.units
  for each row execute function organisation.history_stays();
create trigger unit_versions_stay before update or delete on organisation.unit_versions
  for each row execute function organisation.history_stays();
create trigger unit_areas_stay before update or delete on organisation.unit_areas
  for each row execute function organisation.history_stays();
create trigger unit_posts_stay before update or delete on organisation.unit_posts
  for each row execute function organisation.history_stays();
