using Produktreport.Functions.Outbox;

namespace Produktreport.Functions.Notifications;

/// <summary>What finds and sends messages.</summary>
internal static class NotificationServices
{
    /// <summary>Registers it.</summary>
    /// <param name="services">Where.</param>
    /// <param name="settings">How messages leave the program; null = as the surroundings say.</param>
    public static void AddNotifications(this IServiceCollection services, MessageSettings? settings = null)
    {
        services.AddSingleton(provider => settings ?? MessageSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<OutboxFiles>();
        services.AddSingleton<Webhook>();
        services.AddSingleton<Dispatch>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<DepartmentSearch>();
        services.AddSingleton<ReportSearch>();
        services.AddSingleton<OperationSearch>();
        services.AddSingleton<EventSearch>();
        services.AddSingleton<MessageRound>();
    }
}
