metadata description = 'Tells before the money is spent. A budget reports, it stops nothing.'

param name string
@minValue(1)
param monthlyAmount int
@description('First day of the month from which the budget counts, yyyy-MM-01; cannot be changed later.')
param startDate string
@minLength(1)
param mailAddresses string[]

var thresholds = [
  { name: 'ist-80', type: 'Actual', percent: 80 }
  { name: 'ist-100', type: 'Actual', percent: 100 }
  { name: 'vorausschau-120', type: 'Forecasted', percent: 120 }
]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: monthlyAmount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: toObject(thresholds, threshold => threshold.name, threshold => {
      enabled: true
      operator: 'GreaterThanOrEqualTo'
      thresholdType: threshold.type
      threshold: threshold.percent
      contactEmails: mailAddresses
      locale: 'de-de'
    })
  }
}
