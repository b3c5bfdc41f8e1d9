namespace Produktreport.Core.Reports;

/// <summary>What a report is told from outside: the day it is made on and whether it is released.</summary>
/// <param name="AsOf">The calendar day, Europe/Berlin.</param>
/// <param name="State">Entwurf unless the county has released it.</param>
public sealed record ReportOptions(DateOnly AsOf, ReportState State = ReportState.Draft);
