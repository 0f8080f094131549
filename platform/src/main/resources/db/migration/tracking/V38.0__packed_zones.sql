-- A person's zones in one sealed run, made of what the acts add up to and made again whenever that
-- changes: a start reads these instead of a run for each zone.
create table tracking.packed_zones (
  person uuid primary key,
  -- how often the zones changed; the transaction of each act that concerns them counts on
  changes bigint not null,
  -- of which form the packed zones are
  form int,
  -- absent from a change until they are packed again
  sealed bytea
);
-- sealed bytes cannot be compressed
alter table tracking.packed_zones alter column sealed set storage external;
