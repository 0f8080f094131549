-- Layers of the site's own map: roads, water and built-up ground below the people of its pages.
create table tracking.map_layers (
  id uuid primary key,
  kind text not null,
  -- GeoJSON in WGS-84, a line or ring a feature
  features text not null,
  points int not null,
  datum text not null,
  origin text not null,
  licence text not null,
  imported_at timestamptz not null,
  account uuid not null
);
