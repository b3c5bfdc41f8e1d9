metadata description = 'Names that the program fixes: src/Functions/Storage (Area, queue and tables) and the function folders.'

@export()
var containers = {
  catalogue: 'katalog'
  publishedCatalogue: 'katalog-inkraft'
  inbox: 'eingang'
  comparison: 'vergleich'
  receipts: 'quittungen'
  reports: 'berichte'
  log: 'protokoll'
  sessionKeys: 'sitzungen'
  outbox: 'postausgang'
  undelivered: 'zustellfehler'
}

@export()
var queues = {
  jobs: 'berichte'
  failedJobs: 'berichte-poison'
  // Where the host puts a blob event that failed five times.
  failedEvents: 'webjobs-blobtrigger-poison'
}

@export()
var tables = {
  values: 'Werte'
  deliveries: 'Lieferungen'
}
