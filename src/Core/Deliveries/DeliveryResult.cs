using Produktreport.Core.Figures;

namespace Produktreport.Core.Deliveries;

/// <summary>What became of an upload: always a receipt, and its values where it was accepted.</summary>
/// <param name="Receipt">The answer to the sender.</param>
/// <param name="Delivery">All its values; null when the file was rejected. A file is taken whole or not at all.</param>
public sealed record DeliveryResult(Receipt Receipt, AcceptedDelivery? Delivery);
