namespace IncidentServerless.LocalCloud.Sinks;

/// <summary>Stands in for a vendor's API: checks its contract, as the vendor does, and answers. Nothing leaves this machine.</summary>
public interface IVendorSink
{
    /// <summary>The host that it stands for.</summary>
    string Host { get; }

    SinkAnswer Receive(SinkRequest request);
}
