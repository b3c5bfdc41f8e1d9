namespace Produktreport.Core.Deliveries.Numbers;

/// <summary>What a cell of a value column says, before the file's number format is decided.</summary>
/// <param name="Value">The value; null = unknown or blocked. Provisional while <paramref name="Waiting"/> is ambiguous.</param>
/// <param name="Waiting">The reading that waits for the decision; default where nothing waits.</param>
/// <param name="Factor">What the reading is multiplied with.</param>
/// <param name="Rule">What was applied beside reading a number, in German; null where nothing.</param>
internal readonly record struct CellValue(decimal? Value, NumberReading Waiting, decimal Factor, string? Rule);
