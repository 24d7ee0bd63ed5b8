create table loyalty_points (
  buyer  text   not null primary key,
  points bigint not null
);
