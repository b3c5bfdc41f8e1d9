using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Produktreport.Functions.Storage.Azure;

/// <summary>The Blob, Table and Queue service of one storage account.</summary>
/// <param name="Blobs">Blob Storage.</param>
/// <param name="Tables">Table Storage.</param>
/// <param name="Queues">Queue Storage.</param>
internal sealed record StorageAccount(BlobServiceClient Blobs, TableServiceClient Tables, QueueServiceClient Queues)
{
    private const int Retries = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(30);

    /// <summary>The account's name.</summary>
    public string Name => Blobs.AccountName;

    /// <summary>
    /// The account a text names. The text is a connection string (<c>UseDevelopmentStorage=true</c> for Azurite), an account's
    /// name (<c>stkreis</c>) or one of its addresses (<c>https://stkreis.blob.core.windows.net</c>). Name and address are
    /// opened with the managed identity of the program.
    /// </summary>
    /// <exception cref="FormatException">The text names no account.</exception>
    public static StorageAccount Of(string connection, TimeSpan? oneTry = null)
    {
        var blobs = With(new BlobClientOptions(), oneTry);
        var tables = With(new TableClientOptions(), oneTry);
        var queues = With(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, oneTry);
        if (connection.Contains('=', StringComparison.Ordinal))
            return new(new(connection, blobs), new(connection, tables), new(connection, queues));
        var identity = new DefaultAzureCredential();
        return new(
            new(Address(connection, "blob"), identity, blobs),
            new(Address(connection, "table"), identity, tables),
            new(Address(connection, "queue"), identity, queues));
    }

    // Waits that grow, and an end: what is not back after about half a minute is told to the host, which retries the event.
    private static T With<T>(T options, TimeSpan? oneTry)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = Retries;
        options.Retry.Delay = FirstDelay;
        options.Retry.MaxDelay = LongestDelay;
        options.Retry.NetworkTimeout = oneTry ?? OneTry;
        return options;
    }

    private static Uri Address(string account, string service)
    {
        if (!Uri.TryCreate(account, UriKind.Absolute, out var given))
            return new Uri($"https://{account}.{service}.core.windows.net");
        var parts = given.Host.Split('.', 3);
        if (parts is not [var name, "blob" or "table" or "queue", var suffix])
            throw new FormatException($"'{account}' is neither a connection string nor a storage account.");
        return new Uri($"https://{name}.{service}.{suffix}");
    }
}
