-- New orders come at the end of their buyer's and their merchant's part, where PostgreSQL fills pages whole; at the beginning it
-- splits them into halves. Read backwards, they are listed from the latest on as before.
drop index orders_of_buyer;
drop index orders_of_merchant;
create index orders_of_buyer on orders (buyer, purchase_id, number);
create index orders_of_merchant on orders (merchant, purchase_id, number);

-- What is only carried is never searched by its value: no statistics of it, which cost most where it is longest.
alter table orders
  alter document set statistics 0,
  alter recipient set statistics 0,
  alter history_head set statistics 0;
alter table order_event
  alter facts set statistics 0,
  alter hash set statistics 0,
  alter reason set statistics 0;
alter table command
  alter fingerprint set statistics 0,
  alter answer set statistics 0;
