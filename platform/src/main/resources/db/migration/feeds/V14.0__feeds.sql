create schema feeds;

-- Secret addresses of calendars: one for each account, post and scope. Only the digest is kept; that
-- an address was made or ended stands in access.trail.
create table feeds.links (
  account uuid not null,
  post uuid not null,
  scope text not null,
  digest bytea not null unique,
  language text not null,
  made_at timestamptz not null,
  primary key (account, post, scope)
);
