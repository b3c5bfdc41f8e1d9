using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Produktreport.Functions.Tests.Hosting;

/// <summary>The handler in a process of its own, started as the Functions host starts it; killed at the end, or before.</summary>
internal sealed class HandlerProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private HandlerProcess(ProcessStartInfo start, string connection, string today, IReadOnlyDictionary<string, string>? settings)
    {
        Port = LocalPorts.Free(1)[0];
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Daten"] = connection;
        start.Environment["HEUTE"] = today;
        start.Environment["WEBSITE_AUTH_ENABLED"] = "True";
        // Inherited from the host, and not to be followed.
        start.Environment["ASPNETCORE_URLS"] = "http://*:1";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Host = new PlayedHost(new Uri($"http://127.0.0.1:{Port}/"));
    }

    public int Port { get; }

    public PlayedHost Host { get; }

    public bool IsAlive => !process.HasExited;

    /// <summary>What it has logged so far.</summary>
    public string Log
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>The published app.</summary>
    public static HandlerProcess Of(PublishedApp app, string connection, string today, IReadOnlyDictionary<string, string>? settings = null) =>
        new(new ProcessStartInfo(app.At("Produktreport")) { WorkingDirectory = app.Folder }, connection, today, settings);

    /// <summary>SIGKILL: no handler runs, no buffer is written.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        Host.Dispose();
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            output.AppendLine(line.Data);
    }
}
