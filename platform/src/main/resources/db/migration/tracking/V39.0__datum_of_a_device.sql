-- In which datum a device gives its places, from when on. Without a row, and from a row without a
-- datum on, it is what its way in declares. What is stored is WGS-84.
create table tracking.device_data (
  device uuid not null references tracking.devices,
  from_at timestamptz not null,
  datum text,
  account uuid not null,
  primary key (device, from_at)
);
