-- A server that forwards for many terminals has one address and one credential. SHA-256 of the name
-- of the terminal that spoke first: another one's positions would be somebody else's.
alter table tracking.devices add column terminal bytea;
