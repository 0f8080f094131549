-- A look of which the person complained is marked in a way that only the person's complaint key can make:
-- whoever reads the database learns neither whose look it was, nor of which one, nor when.
drop table access.disclosures;
create table access.disclosures (mark bytea primary key);
