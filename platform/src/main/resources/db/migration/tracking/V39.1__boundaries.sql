-- Borders of administrative areas that the site imported, by their code (GB/T 2260) and version.
-- A version is never changed: a zone that was set by it keeps its ground.
create table tracking.boundaries (
  code text not null,
  version int not null,
  name text not null,
  valid_from date not null,
  -- GeoJSON in WGS-84, simplified outward where it had too many corners
  ground text not null,
  corners int not null,
  tolerance_metres int not null,
  -- as it came: in which datum, from whom and under which licence
  datum text not null,
  origin text not null,
  licence text not null,
  imported_at timestamptz not null,
  account uuid not null,
  primary key (code, version)
);
create index boundaries_by_name on tracking.boundaries (name text_pattern_ops);

-- Whether the border of a permitted area is one of these; which one is sealed with its name.
alter table tracking.areas add column by_boundary boolean not null default false;
create index areas_by_boundary on tracking.areas (person) where by_boundary;
